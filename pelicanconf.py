"""The blog's settings for local builds; publishconf.py says what differs in production."""

# The site ---------------------------------------------------------------------------------------------------------

SITENAME = "A Light Left On"
SITETAGLINE = "Letters about love and family, answered plainly."
SITEURL = ""
DEFAULT_LANG = "en"
TIMEZONE = "UTC"
MENU = (
    ("Topics", "topics/"),
    ("Archive", "archive/"),
    ("Search", "search/"),
    ("About", "about/"),
    ("Ask", "ask/"),
    ("Help now", "help/"),
)

# Where things are -------------------------------------------------------------------------------------------------

PATH = "content"
ARTICLE_PATHS = ["posts"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["images"]
OUTPUT_PATH = "output"
DELETE_OUTPUT_DIRECTORY = True
THEME = "theme"
THEME_STATIC_DIR = "theme"
THEME_STATIC_PATHS = []  # plugins.assets publishes the theme's files

# Addresses --------------------------------------------------------------------------------------------------------

ARTICLE_URL = "advice/{slug}/"
ARTICLE_SAVE_AS = "advice/{slug}/index.html"
DRAFT_URL = "drafts/{slug}/"
DRAFT_SAVE_AS = "drafts/{slug}/index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
DRAFT_PAGE_URL = "drafts/pages/{slug}/"
DRAFT_PAGE_SAVE_AS = "drafts/pages/{slug}/index.html"
TAG_URL = "tag/{slug}/"
TAG_SAVE_AS = CATEGORY_SAVE_AS = ""  # plugins.start_here writes these pages
TAGS_URL = "topics/"
TAGS_SAVE_AS = "topics/index.html"
CATEGORY_URL = "category/{slug}/"
AUTHOR_URL = "author/{slug}/"
AUTHOR_SAVE_AS = "author/{slug}/index.html"
AUTHORS_URL = "authors/"
AUTHORS_SAVE_AS = "authors/index.html"
ARCHIVES_URL = "archive/"
ARCHIVES_SAVE_AS = "archive/index.html"
UPDATES_SAVE_AS = "updates/index.html"
DIRECT_TEMPLATES = [
    "index",
    "archives",
    "tags",
    "authors",
    "updates",
    "404",
    "sitemap",
    "robots",
    "manifest",
    "styleguide",
]
SITEMAP_SAVE_AS = "sitemap.xml"
STYLEGUIDE_SAVE_AS = "styleguide/index.html"  # only in local builds
ROBOTS_SAVE_AS = "robots.txt"
MANIFEST_SAVE_AS = "manifest.webmanifest"
PAGINATED_TEMPLATES = {"index": 10, "tag": 20, "category": 20, "author": 20}
DEFAULT_PAGINATION = False
PAGINATION_PATTERNS = [
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]

# Feeds ------------------------------------------------------------------------------------------------------------

FEED_DOMAIN = "http://127.0.0.1:8000"
FEED_ALL_ATOM = "feeds/atom.xml"
FEED_ALL_RSS = "feeds/rss.xml"
FEED_ATOM = FEED_RSS = None
CATEGORY_FEED_ATOM = "feeds/category/{slug}.atom.xml"
CATEGORY_FEED_RSS = "feeds/category/{slug}.rss.xml"
TAG_FEED_ATOM = "feeds/tag/{slug}.atom.xml"
TAG_FEED_RSS = "feeds/tag/{slug}.rss.xml"
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
FEED_MAX_ITEMS = 30
FEEDS_ALL_JSON = "feeds/feed.json"
FEEDS_CATEGORY_JSON = "feeds/category/{slug}.json"
FEEDS_TAG_JSON = "feeds/tag/{slug}.json"
FEEDS_UPDATES_ATOM = "feeds/updates.atom.xml"
FEEDS_UPDATES_RSS = "feeds/updates.rss.xml"
FEEDS_UPDATES_JSON = "feeds/updates.json"
FEEDS_HUB_URL = ""

# Posts ------------------------------------------------------------------------------------------------------------

DEFAULT_CATEGORY = "Uncategorized"
USE_FOLDER_AS_CATEGORY = False
DEFAULT_DATE_FORMAT = "%Y-%m-%d"
SLUGIFY_SOURCE = "title"
SUMMARY_MAX_LENGTH = 40
WITH_FUTURE_DATES = False
LOAD_CONTENT_CACHE = CACHE_CONTENT = False
TYPOGRIFY = False
PYGMENTS_RST_OPTIONS = {}

# Templates: everything is escaped unless it says `|safe` ----------------------------------------------------------

JINJA_ENVIRONMENT = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": ["jinja2.ext.i18n"],
}

# Plugins: their order is the order in which they hear a signal ---------------------------------------------------

PLUGINS = [
    "plugins.translations",
    "plugins.assets",
    "plugins.posts",
    "plugins.tags",
    "plugins.authors",
    "plugins.start_here",
    "plugins.updates",
    "plugins.series",
    "plugins.questions",
    "plugins.steps",
    "plugins.contents",
    "plugins.related_posts",
    "plugins.comments",
    "plugins.ask",
    "plugins.subscribe",
    "plugins.helplines",
    "plugins.quizzes",
    "plugins.safety",
    "plugins.cards",
    "plugins.structured_data",
    "plugins.sitemap",
    "plugins.security_txt",
    "plugins.redirects",
    "plugins.feeds",
    "plugins.build",
]

# Structured data --------------------------------------------------------------------------------------------------

STRUCTURED_DATA_ORGANIZATIONS = ("The Night Desk",)

# Cards: the pictures beside links ---------------------------------------------------------------------------------

CARDS_CACHE_PATH = ".cache/cards"

# Leaving in a hurry ----------------------------------------------------------------------------------------------

QUICK_EXIT = "safety"
QUICK_EXIT_URL = "https://www.bbc.com/weather"

# Whom to tell of a hole in the site's safety ----------------------------------------------------------------------

SECURITY_TXT_CONTACT = ""
SECURITY_TXT_EXPIRES = ""

# Related posts ----------------------------------------------------------------------------------------------------

RELATED_POSTS_MAX_COUNT = 4

# The ask page -----------------------------------------------------------------------------------------------------

ASK_FORM_URL = ""
ASK_FORM_SERVICE = ""
ASK_OPEN = True
ASK_CLOSED_REASON = ""
ASK_MAX_WORDS = 600
ASK_TYPICAL_WAIT = "two to four weeks"
ASK_SERVICE_NAME = ""
ASK_SERVICE_PRIVACY_URL = ""
ASK_FORM_EMBED = None
ASK_FORM_KEY = ""
ASK_THANKS_PATH = ""

# The form for comments: none, unless an address is set ------------------------------------------------------------

COMMENTS_FORM_URL = ""
COMMENTS_FORM_SERVICE = ""
COMMENTS_SERVICE_NAME = ""
COMMENTS_SERVICE_PRIVACY_URL = ""
COMMENTS_FORM_EMBED = None
COMMENTS_FORM_KEY = ""
COMMENTS_THANKS_PATH = ""

# New posts by e-mail: not, unless an address is set ---------------------------------------------------------------

SUBSCRIBE_URL = ""
SUBSCRIBE_SERVICE_NAME = ""
