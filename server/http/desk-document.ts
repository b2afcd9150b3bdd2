import { Account, Me, NewAccount, OpenedAccount } from '../../shared/account/account.ts';
import {
  DOCUMENT_KINDS,
  DocumentHead,
  DocumentSave,
  StoredDocument,
} from '../../shared/document/document.ts';
import { named, refusal } from './api-parts.ts';
import { CREATED, doing, inPath, inQuery, list, takes } from './desk-document-parts.ts';
import { DUTY_PATHS, DUTY_SCHEMAS } from './duty-document.ts';
import { NOTICE_PATHS, NOTICE_SCHEMAS } from './notice-document.ts';

const kind = inPath('kind', { enum: [...DOCUMENT_KINDS] });
const id = inPath('id');

/** What people at desks work with, for the API document. */
export const DESK_PATHS = {
  ...DUTY_PATHS,
  ...NOTICE_PATHS,
  '/api/v1/me': {
    get: doing('Who one is', 'Name, role, scope, and what one may do', named('Me')),
  },
  '/api/v1/accounts': {
    get: doing('Accounts', 'Newest first, with those that have ended', list('Account')),
    post: {
      summary: 'Open an account; its token is told only here',
      ...takes('NewAccount'),
      responses: {
        ...CREATED('The account and its token', 'OpenedAccount'),
        409: refusal('Another account that has not ended has that name'),
      },
    },
  },
  '/api/v1/accounts/{id}': {
    delete: doing('Revoke an account at once', 'The account', named('Account'), {
      parameters: [id],
    }),
  },
  '/api/v1/documents/{kind}': {
    get: doing('Documents of a kind', 'The newest version of each', list('DocumentHead'), {
      parameters: [kind],
    }),
  },
  '/api/v1/documents/{kind}/{id}': {
    get: doing('A document', 'The newest version, or the one named', named('StoredDocument'), {
      parameters: [kind, id, inQuery('version', 'Which version')],
    }),
    put: doing('Save a document as its next version', 'The version', named('DocumentHead'), {
      parameters: [kind, id],
      ...takes('DocumentSave'),
    }),
    delete: doing('Take a document off the list', 'The version', named('DocumentHead'), {
      parameters: [kind, id, inQuery('ifVersion', 'The newest version', true)],
    }),
  },
  '/api/v1/documents/{kind}/{id}/history': {
    get: doing('Versions of a document', 'Newest first', list('DocumentHead'), {
      parameters: [kind, id],
    }),
  },
};

export const DESK_SCHEMAS = {
  ...DUTY_SCHEMAS,
  ...NOTICE_SCHEMAS,
  Me,
  Account,
  NewAccount,
  OpenedAccount,
  DocumentHead,
  StoredDocument,
  DocumentSave,
};
