export * from './coverage';
export * from './offence-definition';
export * from './offence-fault';
export * from './offence-period';
export * from './offence-sheet';
export * from './public-count';
export * from './referrals-released';
export * from './rolling-year';
