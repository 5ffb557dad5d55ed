export * from './codes';
export * from './death';
export * from './ending';
