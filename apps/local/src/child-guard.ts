/**
 * Loaded before the program of a child (`--require`): when the supervisor is gone, however it went, the child goes
 * too. Nothing of value is lost by stopping without a word: every promise survives a killed process.
 */
process.on('disconnect', () => process.exit(1));
// The listener would otherwise keep a child alive that has closed everything and wants to end.
process.channel?.unref();
