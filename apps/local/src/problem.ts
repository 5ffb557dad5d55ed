/** A reason not to start, in one sentence for the person at the keyboard: shown without a stack, exit code 1. */
export class StartProblem extends Error {}
