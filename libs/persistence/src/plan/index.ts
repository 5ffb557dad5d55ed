export * from './case-plan';
export * from './plan-contact.row';
export * from './plan-lead.row';
export * from './plan-topic.row';
export * from './plan.store';
