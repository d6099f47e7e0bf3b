/** Where a WebDAV server is, and who asks. */
export interface WebdavServer {
  /** Address of the folder that everything stands in, e.g. `https://dav.jianguoyun.com/dav/`. */
  readonly address: string;
  readonly user: string;
  /** For 坚果云 and Nextcloud a password made for this program alone. */
  readonly password: string;
}
