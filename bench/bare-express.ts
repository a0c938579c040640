import express from 'express';

// The least a Node server of this kind can be: one route, no database.
const app = express();
app.get('/health/live', (_request, response) => {
  response.json({ status: 'ok' });
});
app.listen(Number(process.env['PORT']), '127.0.0.1');
