// Reads one body a line, as a JSON string, and answers how Twilio's calculator would send it.
import { createInterface } from 'node:readline';
import segments from 'sms-segments-calculator';

for await (const line of createInterface({ input: process.stdin })) {
  const message = new segments.SegmentedMessage(JSON.parse(line));
  console.log(JSON.stringify({ encoding: message.encodingName, segments: message.segmentsCount }));
}
