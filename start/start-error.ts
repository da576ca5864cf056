/** A start that cannot go on, for a reason that the builder can mend. The message is all they see. */
export class StartError extends Error {}
