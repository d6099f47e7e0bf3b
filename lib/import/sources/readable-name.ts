const READABLE = /\.(?:[sx]?html?|mht|mhtml|zip|htz|maff|wacz|w?arc|w?arc\.gz)$/i;

/** True for a file in a folder that may hold a page; pictures, styles and scripts of saved pages lie beside them. */
export const isReadableName = (name: string): boolean => READABLE.test(name);

const IMAGE = /\.(?:gif|jpe?g|png|bmp|webp)$/i;

/** True for a file that may be an image of a page. */
export const isImageName = (name: string): boolean => IMAGE.test(name);
