// Small comforts; every page reads and works without them.
"use strict";
