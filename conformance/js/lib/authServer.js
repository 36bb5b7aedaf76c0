// An application's authorization endpoints over HTTP, as Laravel and others serve them.
import { createServer } from 'node:http';
import { backend, host } from './server.js';

async function form(request) {
  let body = '';
  for await (const chunk of request) {
    body += chunk;
  }
  return new URLSearchParams(body);
}

// `memberOf` and `userOf` say who the caller is, from the headers of the request; null refuses.
export async function authServer({ app = 'counting', memberOf = () => undefined, userOf = () => null } = {}) {
  const signer = backend(app);
  const server = createServer(async (request, response) => {
    const parameters = await form(request);
    const socketId = parameters.get('socket_id');
    const channel = parameters.get('channel_name');
    const who = channel === null ? userOf(request.headers) : memberOf(request.headers);
    if (who === null) {
      response.writeHead(403, { 'Content-Type': 'application/json' }).end('{"message":"Forbidden"}');
      return;
    }
    const answer =
      channel === null ? signer.authenticateUser(socketId, who) : signer.authorizeChannel(socketId, channel, channel.startsWith('presence-') ? who : undefined);
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise((resolve) => server.listen(0, host, resolve));
  return {
    url: `http://${host}:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
