export { PostgresDeathStore } from './death.store';
export { PostgresEndingStore } from './ending.store';
