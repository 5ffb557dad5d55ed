export * from './break-glass';
export * from './conflict';
export * from './conflict-evidence';
export * from './same-walls';
export * from './set-wall';
export * from './wall';
