// SPDX-License-Identifier: GPL-3.0-or-later
import esbuild from 'esbuild';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const scripts = path.dirname(fileURLToPath(import.meta.url));
const packages = path.join(scripts, '..', 'node_modules');
const styles = { tabulator: 'tabulator-tables/dist/css/tabulator.min.css' };

async function bundle(grid) {
  const built = await esbuild.build({
    entryPoints: [path.join(scripts, `${grid}.js`)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    nodePaths: [packages],
    preserveSymlinks: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return built.outputFiles[0].text;
}

// A server on loopback that has one page, the grid's. Resolves to the server and the page's address.
export async function servePage(grid) {
  const script = await bundle(grid);
  const style = styles[grid] ? fs.readFileSync(path.join(packages, styles[grid]), 'utf8') : '';
  const page = `<!doctype html><meta charset=utf-8><title>${grid}</title>
    <style>html, body { margin: 0 } #grid { height: 780px; width: 1500px } ${style}</style>
    <div id=grid></div><script type=module src=/script.js></script>`;
  const server = http.createServer((request, response) => {
    const isScript = request.url === '/script.js';
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html', 'cache-control': 'no-store' });
    response.end(isScript ? script : page);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${server.address().port}/` };
}
