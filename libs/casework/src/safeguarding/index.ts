export * from './change-safeguarding';
export * from './fire-safeguarding';
export * from './open-safeguarding';
export * from './raise-safeguarding';
export * from './read-safeguarding';
export * from './tell-safeguarding';
