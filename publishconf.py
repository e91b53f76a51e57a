"""What differs in production. Values of one installation come from its environment, so that none is kept in git."""

import os

from pelicanconf import *
from plugins.ask.settings import require_ready
from plugins.build.settings import require, require_site_url

SITEURL = os.environ.get("SITEURL", "").rstrip("/")
FEED_DOMAIN = SITEURL
RELATIVE_URLS = False

DRAFT_SAVE_AS = ""
DRAFT_PAGE_SAVE_AS = ""

ASK_FORM_URL = os.environ.get("ASK_FORM_URL", "")
ASK_FORM_SERVICE = os.environ.get("ASK_FORM_SERVICE", "")

require(globals(), require_site_url, require_ready)
