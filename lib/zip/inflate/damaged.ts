/** Thrown at bytes that no program packed so. */
export class DamagedError extends Error {}
