/** Thrown where the index is not what was written: it is to be taken away, and made anew from the essays. */
export class DamagedIndex extends Error {}
