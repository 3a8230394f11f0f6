// Reads one case a line and answers one line: the signature that Twilio's library makes for what was sent, and
// whether it takes that signature for what was received.
import { createInterface } from 'node:readline';
import twilio from 'twilio';

const fields = list => {
  const params = Object.create(null);
  for (const [key, value] of list) {
    params[key] = key in params ? [params[key], value].flat() : value;
  }
  return params;
};

for await (const line of createInterface({ input: process.stdin })) {
  const { token, url, form, signToken, signUrl, signForm } = JSON.parse(line);
  const signature = twilio.getExpectedTwilioSignature(signToken, signUrl, fields(signForm));
  const valid = twilio.validateRequest(token, signature, url, fields(form));
  console.log(JSON.stringify({ signature, valid }));
}
