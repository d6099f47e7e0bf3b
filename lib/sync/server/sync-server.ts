/** Where a server is that syncs go by, and who asks. */
export interface SyncServer {
  /** Address of the folder or the database that everything stands in, e.g. `https://dav.jianguoyun.com/dav/`. */
  readonly address: string;
  readonly user: string;
  /** For 坚果云 and Nextcloud a password made for this program alone. */
  readonly password: string;
}
