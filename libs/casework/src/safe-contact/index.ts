export * from './add-route';
export * from './apply-card';
export * from './permit-route';
export * from './put-route';
export * from './card-part';
export * from './change-card';
export * from './reveal-word';
export * from './route-input';
