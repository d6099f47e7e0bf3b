/** The host that serves an address, by which requests are spaced: of a replay, the archive's. Empty when it is no address. */
export const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : '');
