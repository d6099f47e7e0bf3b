/** Version of the rules by which pages are read. Raised when a rule changes what an essay looks like, so that it can be read again. */
export const rulesVersion = 14;
