import { arabic } from './arabic';
import { chinese } from './chinese';
import { dutch } from './dutch';
import { english } from './english';
import { french } from './french';
import { german } from './german';
import { hindi } from './hindi';
import { indonesian } from './indonesian';
import { italian } from './italian';
import { japanese } from './japanese';
import { korean } from './korean';
import type { Lexicon } from './lexicon';
import { polish } from './polish';
import { portuguese } from './portuguese';
import { russian } from './russian';
import { spanish } from './spanish';
import { turkish } from './turkish';
import { ukrainian } from './ukrainian';

/** A new language is one file and one line here. Texts are read in all of them at once. */
export const LEXICONS: readonly Lexicon[] = [
	arabic,
	chinese,
	dutch,
	english,
	french,
	german,
	hindi,
	indonesian,
	italian,
	japanese,
	korean,
	polish,
	portuguese,
	russian,
	spanish,
	turkish,
	ukrainian,
];
