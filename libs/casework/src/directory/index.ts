export type { ServiceFaulty, ServiceKept } from './append-version';
export * from './confirm-coverage';
export * from './import-reply';
export * from './import-services';
export * from './keep-capacity';
export * from './keep-service';
export * from './retire-service';
