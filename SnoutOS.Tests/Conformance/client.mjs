// Twilio's own client, led to another address. Reads one request a line, answers one line with what came of it.
import { createInterface } from 'node:readline';
import twilio from 'twilio';

const [base, account, token] = process.argv.slice(2);

class Elsewhere extends twilio.RequestClient {
  request(options) {
    const { pathname, search } = new URL(options.uri);
    return super.request({ ...options, uri: base + pathname + search });
  }
}

const client = twilio(account, token, { httpClient: new Elsewhere() });

const verbs = {
  create: request => client.messages.create(request),
  fetch: ({ sid }) => client.messages(sid).fetch(),
  media: ({ sid }) => client.messages(sid).media.list(),
  numbers: filter => client.incomingPhoneNumbers.list(filter),
  point: ({ sid, ...where }) => client.incomingPhoneNumbers(sid).update(where),
  list: ({ dateSentAfter, ...filter }) =>
    client.messages.list({ ...filter, ...(dateSentAfter && { dateSentAfter: new Date(dateSentAfter) }) }),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { verb, ...request } = JSON.parse(line);
  try {
    console.log(JSON.stringify({ result: await verbs[verb](request) }));
  } catch (error) {
    console.log(JSON.stringify({ code: error.code ?? 0, status: error.status ?? 0 }));
  }
}
