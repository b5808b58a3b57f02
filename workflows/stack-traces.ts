/**
 * The SDK takes a stack trace of every promise of a workflow, which is a third of the time it spends on one. Two frames
 * say where a workflow waits and where an error came from. Loaded before the sandbox freezes its globals.
 */
Error.stackTraceLimit = 2;
