// Loaded into every child before its own code: when the supervisor is gone, so is the child, in less than five seconds.
const GRACE_MS = 4000;

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), GRACE_MS).unref();
  process.kill(process.pid, 'SIGTERM');
});

// Listening must not keep alive a child that has nothing left to do.
process.channel?.unref();
