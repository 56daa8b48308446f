/** Serves the demo feed on this machine only. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { plazaPage } from '../demo/plaza.ts';

const files: Record<string, string> = { '/plaza.css': 'text/css', '/plaza.js': 'text/javascript' };

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Starts the feed, on the port asked for or, where that is taken, on any free one. */
export async function serveDemo(port = 0) {
  const started = new Date();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const file = files[pathname];
    const page = file ? null : plazaPage(decodeURIComponent(pathname), started);
    const type = file ?? (page === null ? 'text/plain' : 'text/html');
    response.writeHead(file || page !== null ? 200 : 404, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' });
    response.end(file ? await readFile(new URL(`../demo${pathname}`, import.meta.url)) : (page ?? 'There is no such page on plaza.'));
  });
  await listen(server, port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return listen(server, 0);
  });
  return {
    /** Without a slash at the end. */
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
