/** Thrown where the ledger is not what was written, or does not fit the essays: it is to be made anew from them. */
export class DamagedLedger extends Error {}
