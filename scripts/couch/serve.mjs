// node serve.mjs NAME: serves databases in memory by CouchDB's protocol at a free port of this computer, prints its address and serves until it is ended.
// The names and passwords that it asks for are looked at here: those of express-pouchdb 4.2.0 end the process.
import { createServer } from 'node:http';
import expressPouchdb from 'express-pouchdb';
import adapterHttp from 'pouchdb-adapter-http';
import adapterMemory from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';
import mapReduce from 'pouchdb-mapreduce';
import replication from 'pouchdb-replication';

const wanted = `Basic ${Buffer.from('reader:app-password').toString('base64')}`;
/** An account that may make no databases, as those are that no administrator of a CouchDB has. */
const member = `Basic ${Buffer.from('member:app-password').toString('base64')}`;

const plugins = [adapterHttp, adapterMemory, mapReduce, replication];
const inMemory = plugins.reduce((all, plugin) => all.plugin(plugin), PouchDB);
const app = expressPouchdb(inMemory, { inMemoryConfig: true });

/** An answer in CouchDB's own words. */
function refuse(response, status, error, reason) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error, reason }));
}

const server = createServer((request, response) => {
  const { authorization } = request.headers;
  if (authorization !== wanted && authorization !== member)
    return refuse(response, 401, 'unauthorized', 'Name or password is incorrect.');
  const isDatabase = request.url.split('?')[0].split('/').filter(Boolean).length === 1;
  if (authorization === member && isDatabase && ['PUT', 'DELETE'].includes(request.method))
    return refuse(response, 401, 'unauthorized', 'You are not a server admin.');
  // The names of the accounts are known here alone.
  delete request.headers.authorization;
  return app(request, response);
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
