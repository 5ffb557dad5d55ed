export { startLocalServer, type LocalHandler, type LocalServer } from './local-server';
export { renderPage, sendJson, sendNotFound, sendPage } from './send';
