export * from './on-call.store';
export * from './rota-people';
