export * from './add-route';
export * from './apply-card';
export * from './permit-route';
export * from './put-route';
