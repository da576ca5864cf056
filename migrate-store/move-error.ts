/** Why a store was not moved, in words for who wanted to. */
export class MoveError extends Error {}
