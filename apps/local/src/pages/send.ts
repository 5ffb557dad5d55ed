import { readFileSync } from 'node:fs';
import { projectRoot } from '#libs/config';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Environment, FileSystemLoader } from 'nunjucks';

const views = join(projectRoot(), 'apps', 'local', 'views');
const templates = new Environment(new FileSystemLoader(views), { autoescape: true, throwOnUndefined: true });

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

export interface Page {
  readonly template: string;
  readonly status?: number;
  readonly view: object;
}

export function renderPage({ template, view }: Page): string {
  return templates.render(`${template}.njk`, view);
}

export function sendPage(response: ServerResponse, page: Page): void {
  send(response, { status: page.status ?? 200, type: 'text/html; charset=utf-8', body: renderPage(page) });
}

export function sendNotFound(response: ServerResponse): void {
  sendPage(response, {
    template: 'notice',
    status: 404,
    view: { title: 'Page not found', text: 'Check the address, or go back and try again.' },
  });
}

export function sendJson(response: ServerResponse, value: unknown): void {
  send(response, { status: 200, type: 'application/json', body: JSON.stringify(value) });
}

export function sendStyles(response: ServerResponse): void {
  const body = readFileSync(join(views, 'local.css'), 'utf8');
  send(response, { status: 200, type: 'text/css; charset=utf-8', body });
}

function send(response: ServerResponse, answer: { status: number; type: string; body: string }): void {
  response.writeHead(answer.status, { ...HEADERS, 'content-type': answer.type });
  response.end(answer.body);
}
