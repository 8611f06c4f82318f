// SPDX-License-Identifier: GPL-3.0-or-later
// What a person's browser does with a sign-in page, as far as that needs no person.

const plain = (html) =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

function formOf(html) {
  const [, action] = html.match(/<form method="post" action="([^"]*)">/) ?? [];
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  return { action: plain(action ?? ''), fields: hidden.map(([, name, value]) => [plain(name), plain(value)]) };
}

export class FormBrowser {
  #cookies = new Map();

  async #ask(url, options = {}) {
    const cookie = [...this.#cookies].map((pair) => pair.join('=')).join('; ');
    const headers = { accept: 'text/html', ...(cookie && { cookie }) };
    const answer = await fetch(url, { ...options, headers, redirect: 'manual' });
    // Several come as one, and none of ours has a comma in it.
    for (const line of (answer.headers.get('set-cookie') ?? '').split(', ').filter(Boolean)) {
      const [, name, value] = line.match(/^([^=]+)=([^;]*)/);
      this.#cookies.set(name, value);
    }
    return answer;
  }

  // Opens the page and posts its form with what is typed; redirects that stay at the server are followed. Answers the
  // URL the browser is sent to from there, or the page that came instead.
  async signIn(url, typed) {
    let answer = await this.#ask(url);
    let at = url;
    for (;;) {
      const next = answer.headers.get('location');
      if (next) {
        const target = new URL(next, at);
        if (target.origin !== new URL(url).origin) return target;
        at = target;
        answer = await this.#ask(at);
        continue;
      }
      const html = await answer.text();
      const { action, fields } = formOf(html);
      if (!action || !typed) return html;
      at = new URL(action, at);
      const body = new URLSearchParams([...fields, ...Object.entries(typed)]);
      typed = undefined; // a form that comes again did not help
      answer = await this.#ask(at, { method: 'POST', body });
    }
  }
}
