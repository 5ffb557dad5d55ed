export * from './plan-contact';
export * from './plan-lead';
export * from './plan-machines';
export * from './plan-parts';
export * from './told-topics';
