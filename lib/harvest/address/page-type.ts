/** Types by which servers of that time sent pages: of programs that write them, and of what they knew nothing of. */
const page =
  /html?\b|^text(?:\/(?:plain|\*))?$|plain\/text|octet-stream|httpd-(?:php|asp|jsp)|(?:^|[/-])(?:asp|php|jsp|cgi)$|unk|no-type|^(?:-|\*\/\*|error)$/;

/** True for a type that may be a page's: `''` where the index tells none. In lower case, without parameters. */
export const mayBePage = (mimetype: string): boolean => mimetype === '' || page.test(mimetype);
