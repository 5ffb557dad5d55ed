export * from './keep-rota';
