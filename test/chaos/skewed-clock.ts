/**
 * Loaded before a worker (`--require`): every reading of the machine's clock in that process is off by so many
 * milliseconds, as on a machine whose clock is wrong. The product itself knows nothing of it.
 */
const skew = Number(process.env['CHAOS_CLOCK_SKEW_MS'] ?? 0);

if (skew !== 0) {
  const RealDate = Date;
  const now = () => RealDate.now() + skew;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    apply: () => new RealDate(now()).toString(),
    get: (target, property, receiver) =>
      property === 'now' ? now : (Reflect.get(target, property, receiver) as unknown),
  });
}
