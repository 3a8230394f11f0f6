// Makes a stricter test specification out of Twilio's own: the paths of messages and numbers only, lists in forms spelled out
// (Prism does not know their default encoding), phone numbers as a pattern, and the errors that Twilio documents
// elsewhere. One thing is relaxed: page addresses are declared as whole URIs, while Twilio's own examples are relative.
import { readFileSync, writeFileSync } from 'node:fs';

const [source, target] = process.argv.slice(2);
const spec = JSON.parse(readFileSync(source, 'utf8'));

const errors = {
  400: [21211, "The 'To' number is not a valid phone number."],
  401: [20003, 'Authenticate'],
  404: [20404, 'The requested resource was not found'],
  429: [20429, 'Too Many Requests'],
  500: [20500, 'Internal Server Error'],
};

const errorSchema = {
  type: 'object',
  required: ['code', 'message', 'more_info', 'status'],
  properties: {
    code: { type: 'integer' },
    message: { type: 'string' },
    more_info: { type: 'string' },
    status: { type: 'integer' },
  },
};

function errorResponse(status) {
  const [code, message] = errors[status];
  const value = { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status: Number(status) };
  return { description: message, content: { 'application/json': { schema: errorSchema, examples: { error: { value } } } } };
}

function tighten(form) {
  form.schema.additionalProperties = false;
  for (const [name, property] of Object.entries(form.schema.properties)) {
    if (property.type === 'array') {
      form.encoding = { ...form.encoding, [name]: { style: 'form', explode: true } };
    }
    if (property.format === 'phone-number') {
      property.pattern = '^(\\+[1-9]\\d{1,14}|\\d{3,8}|[A-Za-z0-9 ]{1,11})$';
    }
    if (name === 'Body') {
      property.maxLength = 1600;
    }
  }
}

spec.paths = Object.fromEntries(
  Object.entries(spec.paths).filter(([path]) => /\/(Messages(\/\{[^/]+\}(\/Media.*)?)?|IncomingPhoneNumbers(\/\{Sid\})?)\.json$/.test(path)));
for (const operations of Object.values(spec.paths)) {
  for (const verb of ['get', 'post', 'delete']) {
    const operation = operations[verb];
    const form = operation?.requestBody?.content?.['application/x-www-form-urlencoded'];
    if (form?.schema?.properties) {
      tighten(form);
    }
    for (const status of operation ? Object.keys(errors) : []) {
      operation.responses[status] = errorResponse(status);
    }
  }
}

for (const operations of Object.values(spec.paths)) {
  const page = operations.get?.responses[200]?.content?.['application/json']?.schema?.properties ?? {};
  for (const [name, property] of Object.entries(page)) {
    if (name.endsWith('uri')) {
      delete property.format;
    }
  }
}

writeFileSync(target, JSON.stringify(spec));
console.log(Object.keys(spec.paths).join('\n'));
