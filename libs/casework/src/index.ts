export * from './alerts';
export * from './cases';
export * from './checks';
export * from './contact-attempts';
export * from './deadlines';
export * from './outcome';
export * from './ports';
export * from './referrals';
