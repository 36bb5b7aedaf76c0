// Chromium, and a site on loopback that serves the browser builds of the SDKs and the authorization endpoints.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { backend, host } from './server.js';

const scripts = {
  '/pusher.js': 'pusher-js/dist/web/pusher-with-encryption.min.js',
  '/echo.js': 'laravel-echo/dist/echo.iife.js',
};
const page = '<!doctype html><script src="/pusher.js"></script><script src="/echo.js"></script>';
const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function body(request) {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
  }
  return new URLSearchParams(text);
}

// Who somebody is stands in the path: /auth/ann, /user-auth/ann.
async function authorize(request) {
  const [, route, who] = request.url.split('/');
  const form = await body(request);
  const channel = form.get('channel_name');
  if (route === 'user-auth') {
    return backend().authenticateUser(form.get('socket_id'), { id: who, user_info: { name: who } });
  }
  const member = channel.startsWith('presence-') ? { user_id: who, user_info: { name: who } } : undefined;
  return backend().authorizeChannel(form.get('socket_id'), channel, member);
}

async function site() {
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(await authorize(request)));
    } else if (scripts[request.url]) {
      response.setHeader('Content-Type', 'text/javascript');
      response.end(await readFile(join(modules, scripts[request.url])));
    } else {
      response.setHeader('Content-Type', 'text/html');
      response.end(page);
    }
  });
  await new Promise((resolve) => server.listen(0, host, resolve));
  return server;
}

// { tab(), close() }: every tab is a page with Pusher and Echo in it.
export async function browser() {
  const server = await site();
  const profile = await mkdtemp(join(tmpdir(), 'fanfare-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: flags,
  });
  return {
    async tab() {
      const tab = await context.newPage();
      await tab.goto(`http://${host}:${server.address().port}/`);
      return tab;
    },
    async close() {
      await context.close();
      server.closeAllConnections();
      server.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
