export * from './urgent-page.row';
export * from './urgent-page.store';
export * from './urgent-page-of';
export * from './urgent-page-board';
