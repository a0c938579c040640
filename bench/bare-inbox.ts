import express from 'express';
import pg from 'pg';

// The least an inbox can be: one route, one indexed query, the rows as JSON.
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const app = express();
app.get('/inbox', (request, response, next) => {
  pool
    .query(
      `select i.id, i.subject, i.number, i.letter_date, i.sender_title, i.sender_unit, i.agenda_number, i.handling_grade,
         i.security_class, i.status, a.received_at, i.due_date, a.role, a.read_at, a.settled_at
       from incoming_addressee a join incoming_letter i on i.agency_id = a.agency_id and i.id = a.incoming_id
       where a.agency_id = $1 and a.position_id = $2 order by a.received_at desc, a.incoming_id desc limit 31`,
      [request.query['agency'], request.query['position']],
    )
    .then(({ rows }) => response.json({ items: rows }))
    .catch(next);
});
app.listen(Number(process.env['PORT']), '127.0.0.1');
